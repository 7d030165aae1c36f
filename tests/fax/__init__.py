"""A platform that there is not: the least that an adapter has, in the shape of one."""
