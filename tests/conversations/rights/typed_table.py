"""Who may say what to the bot: every command, as it is typed, or as a button types it.

The people are those of `engine_table.py`, and a `stranger`, whom nobody knows. Several lines are typed one after the other, with
` > ` between them.

`yes` it is shown, asked or done; what the row names behind its lines is done and nothing else, and where it names nothing, nothing is.
`no` it is refused, naming those who may, and no question is left open; `hid` it is refused, naming those who
may see it. `gone` and `who` people who have left or never came are told
so. `none` there is nothing of that name in one's company. `own` there is nothing of one's own to which it could be done. `ask` it is asked
again, or asked about somebody new, as there is nothing of that name.
"""

from __future__ import annotations

LOST = "lost"
"""In place of a refusal: words that mean nothing."""

TABLE = """
                                                          owner head other enters member hats viewer left stranger abroad

/kpi                                                      yes yes yes yes yes yes yes gone who yes
/kpi help                                                 yes yes yes yes yes yes yes gone who yes
/kpi help build                                           yes yes yes yes yes yes yes gone who yes
/kpi language 中文                        = choose_language yes yes yes yes yes yes yes gone who yes
/kpi undo                                                 yes yes yes yes own yes own gone who yes
/kpi start                                                yes no  no  no  no  no  no  gone who yes
/kpi start Acme                                           yes no  no  no  no  no  no  gone who yes
/kpi strategy                                             yes no  no  no  no  no  no  gone who yes
/kpi settings                                             yes yes yes yes yes yes yes gone who yes
/kpi settings fiscal year                                 yes no  no  no  no  no  no  gone who yes
/kpi settings working days Mon to Sat   = change_settings yes no  no  no  no  no  no  gone who yes
/kpi settings leaderboard of people on      = rank_people yes no  no  no  no  no  no  gone who yes

/kpi build                                                yes yes yes no  no  no  no  gone who yes
/kpi build Service                                        yes no  yes no  no  no  no  gone who ask
/kpi build @Sam                                           yes yes no  no  no  no  no  gone who ask
/kpi check                                                yes yes yes yes yes yes yes gone who yes
/kpi check Service                                        yes yes yes yes yes yes yes gone who none
/kpi check mute                                           yes yes yes own own own own gone who yes
/kpi check agree Quotes sent                      = agree own ask ask yes own ask own gone who yes

/kpi actual                                               own own own yes own yes no  gone who yes
/kpi actual Complaint count                               yes no  yes no  no  yes no  gone who yes
complaint count 5                                 = enter yes no  yes no  no  yes no  gone who none
/kpi import                                               yes yes yes yes yes yes no  gone who yes

/kpi report                                               yes yes yes yes yes yes yes gone who yes
/kpi report company                                       yes yes yes yes yes yes yes gone who yes
/kpi report Service last month                            yes yes yes yes yes yes yes gone who none
/kpi report Quotes sent                                   yes yes yes yes yes yes yes gone who yes
/kpi report @Anna                                         yes no  no  no  no  no  no  gone who none
/kpi report @Sam                                          yes yes no  yes no  no  no  gone who none
/kpi report @Mia                                          yes yes yes no  no  yes no  gone who none
/kpi report Rob                                           yes no  yes no  no  no  no  gone who none
/kpi report brief                                         yes yes yes yes yes yes yes gone who yes
/kpi why                                                  yes yes yes yes yes yes yes gone who yes
/kpi why Service                                          yes yes yes yes yes yes yes gone who none
/kpi why @Sam                                             yes yes no  yes no  no  no  gone who none
/kpi chart                                                yes yes yes yes yes yes yes gone who yes
/kpi chart Win rate                                       yes yes yes yes yes yes yes gone who none
/kpi chart @Sam                                           yes yes no  yes no  no  no  gone who none
/kpi leaderboard                                          yes yes yes yes yes yes yes gone who yes
/kpi leaderboard leave                   = choose_ranking yes yes yes yes yes yes yes gone who yes
/kpi leaderboard people off                 = rank_people yes no  no  no  no  no  no  gone who yes
/kpi history                                              yes yes yes yes yes yes yes gone who yes
/kpi history Complaint count                              yes yes yes yes yes yes yes gone who none
/kpi export                                               yes yes yes yes yes yes yes gone who yes
/kpi export Service                                       yes yes yes yes yes yes yes gone who none
/kpi export @Sam                                          yes yes no  yes no  no  no  gone who none
/kpi export values                                        yes yes yes yes yes yes yes gone who yes
/kpi export everything                                    yes no  no  no  no  no  no  gone who yes

/kpi target                                               yes yes yes yes yes yes yes gone who yes
/kpi target Win rate                                      yes yes yes yes yes yes yes gone who none
/kpi target Win rate 30%                                  yes yes no  no  no  no  no  gone who none
/kpi target Complaint count rule                          yes no  yes no  no  no  no  gone who none
/kpi propose                                              yes yes yes yes yes yes yes gone who yes
/kpi propose new                                          yes yes yes yes yes yes yes gone who yes
/kpi propose Win rate                                     yes yes yes yes yes yes yes gone who none
/kpi propose for SALES                             = vote yes yes yes own yes yes yes gone who none
/kpi propose comment SALES fine                 = comment yes yes yes yes yes yes yes gone who none
/kpi propose accept SALES                 = decide revise yes yes no  no  no  no  no  gone who none
/kpi propose decline SALES > too high            = decide yes yes no  no  no  no  no  gone who none
/kpi propose withdraw SALES                    = withdraw no  no  no  yes no  no  no  gone who none
/kpi propose draft Sales                                  yes yes yes yes yes yes yes gone who own
/kpi propose draft comment Service > good = comment_draft yes no  yes no  no  yes no  gone who none

/kpi members                                              yes yes yes yes yes yes yes gone who yes
/kpi members add                                          yes yes yes no  no  no  no  gone who yes
/kpi members add Ted, Sales, member, 50%     = add_member yes yes no  no  no  no  no  gone who yes
/kpi members add Ted, Service, viewer, 1%    = add_member yes no  yes no  no  no  no  gone who ask
/kpi members add Ted, Sales, head, 50%       = add_member yes no  no  no  no  no  no  gone who yes
/kpi members add Sam, Sales, owner           = add_member yes no  no  no  no  no  no  gone who yes
/kpi members remove                                       yes yes yes no  no  no  no  gone who yes
/kpi members remove Nia                   = remove_member yes yes no  no  no  no  no  gone who none
/kpi members deputy Sam, Nia                 = set_deputy yes yes no  yes no  no  no  gone who none
/kpi away 24 Dec to 2 Jan                     = set_leave yes yes yes yes yes yes yes gone who yes
/kpi away Sam 24 Dec to 2 Jan                 = set_leave yes yes no  yes no  no  no  gone who ask
/kpi invite                                               yes yes yes yes yes yes yes gone who yes
/kpi invite me                                   = invite yes yes yes yes yes yes yes gone who yes
/kpi invite Nia                                  = invite yes yes no  no  yes no  no  gone who ask
/kpi invite withdraw Nia                       = uninvite yes yes no  no  yes no  no  gone who none
/kpi join 12345678                                        yes yes yes yes yes yes yes gone yes yes
/kpi remind                                               yes yes yes yes yes yes yes gone who yes
/kpi remind fewer                         = set_reminders yes yes yes yes yes yes yes gone who yes
/kpi remind snooze                        = set_reminders yes yes yes yes yes yes yes gone who yes

/kpi plan                                                 yes yes yes yes yes yes yes gone who yes
/kpi plan Service                                         yes no  yes no  no  yes no  gone who none
/kpi plan @Sam                                            yes yes no  yes yes yes yes gone who none
/kpi plan add Call, Win rate, me, 15 Dec    = plan_action yes yes no  yes yes yes no  gone who ask
/kpi plan done SALES_ACTION > fine         = close_action yes yes hid yes no  no  no  gone who none
/kpi plan later SALES_ACTION > 20 Dec   = postpone_action yes yes hid yes no  no  no  gone who none
/kpi plan give SALES_ACTION Nia           = assign_action yes yes hid no  no  no  no  gone who none

/kpi close                                                yes yes yes yes yes yes yes gone who yes
/kpi close Service 2026-11                                yes yes yes yes yes yes yes gone who none
/kpi close @Sam 2026-11                                   yes yes no  yes no  no  no  gone who none
/kpi close start @Nia 2026-11              = start_review yes yes no  no  no  no  no  gone who none
/kpi close comment @Sam 2026-11 > good           = remark yes yes no  yes no  no  no  gone who none
/kpi close agree 2026-11                    = acknowledge own own own yes own yes own gone who own
/kpi close disagree 2026-11 > no            = acknowledge own own own yes own yes own gone who own
/kpi close freeze @Sam 2026-11 > skip > 1         = close yes yes no  no  no  no  no  gone who none
/kpi close reopen Service 2026-11 > a mistake    = reopen yes no  yes no  no  no  no  gone who none
"""

REFUSALS = {
    "no": {"not_allowed", "may_not_enter"},
    "hid": {"not_allowed"},
    "gone": {"you_left"},
    "who": {"nobody_called"},
    "none": {"nothing_called", "nobody_called", "unknown_proposal", "unknown_action", "no_proposals", LOST},
    "own": {
        *("no_draft", "no_kpi_of_ones_own", "nothing_owed", "nothing_to_mute", "own_proposal"),
        *("not_in_review", "nothing_to_undo", "changed_since", "undo_review"),
    },
}
"""The keys of refusals that a word of the table stands for."""
