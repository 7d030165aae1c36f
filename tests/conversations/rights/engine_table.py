"""What the engine lets whom do: every command as it arrives there, whatever was typed, pressed or forged.

    owner    owns the company            hats     works in both departments
    head     heads Sales                 viewer   looks at Sales
    other    heads Service               left     headed Sales, and has left
    enters   enters a KPI of Sales       abroad   owns another company
    member   enters none

`yes` it is done; `no` refused, naming those who may; `gone` who has left may nothing; `none` there is no such thing in one's
company. The others: `quiet` one's own scorecard is not in review, `own` one does not vote on one's own proposal, `nothing` there is
nothing to undo, `since` it was changed since, `calm` it is theirs to say, but the KPI is not red. `self` it is done,
as it is about themselves: to others they are not named as one who may.

`here` is about Sales, `there` about Service; what is about the company, or about who does it, has no place. Of another company
(`elsewhere`) everything is `none` for everybody, which needs no table.
"""

from __future__ import annotations

TABLE = """
                        owner  head   other enters member  hats viewer  left abroad

SetUpCompany            yes    no     no    no     no      no   no      gone yes
ChangeSettings          yes    no     no    no     no      no   no      gone yes
SetStrategy             yes    no     no    no     no      no   no      gone yes
TakeGroups              yes    no     no    no     no      no   no      gone yes
RankPeople              yes    no     no    no     no      no   no      gone yes
SetGrades               yes    no     no    no     no      no   no      gone yes
SetTeamShare            yes    no     no    no     no      no   no      gone yes
ChooseLanguage          yes    yes    yes   yes    yes     yes  yes     gone yes
ChooseRanking           yes    yes    yes   yes    yes     yes  yes     gone yes
SetReminders            yes    yes    yes   yes    yes     yes  yes     gone yes
SnoozeReminders         yes    yes    yes   yes    yes     yes  yes     gone yes
SetBulletin             yes    yes    yes   no     no      no   no      gone none
StopBulletin            yes    yes    yes   no     no      no   no      gone none
AcknowledgeReview       quiet  quiet  quiet yes    quiet   yes  quiet   gone quiet
Undo                    since  yes    yes   yes    nothing yes  nothing gone yes

AddMember here          yes    yes    no    no     no      no   no      gone none
AddMember there         yes    no     yes   no     no      no   no      gone none
AddHead here            yes    no     no    no     no      no   no      gone none
RemoveMember here       yes    yes    no    no     no      no   no      gone none
RemoveMember there      yes    no     yes   no     no      no   no      gone none
SetLeave here           yes    yes    no    yes    no      no   no      gone none
SetLeave there          yes    no     yes   no     no      yes  no      gone none
SetDeputy here          yes    yes    no    yes    no      no   no      gone none
SetDeputy there         yes    no     yes   no     no      yes  no      gone none
Invite here             yes    yes    no    no     self    no   no      gone none
Invite there            yes    no     yes   no     no      no   no      gone none
WithdrawInvitation here yes    yes    no    no     self    no   no      gone none
WithdrawInvitation there yes   no     yes   no     no      no   no      gone none

PublishKpis here        yes    yes    no    no     no      no   no      gone none
PublishKpis there       yes    no     yes   no     no      no   no      gone none
ShareDraft here         yes    yes    no    no     no      no   no      gone none
ShareDraft there        yes    no     yes   no     no      no   no      gone none
CommentOnDraft here     yes    yes    no    yes    yes     yes  yes     gone none
CommentOnDraft there    yes    no     yes   no     no      yes  no      gone none
AgreeToKpi here         no     no     no    yes    no      no   no      gone none
AgreeToKpi there        no     no     no    no     no      yes  no      gone none
MuteFinding here        yes    yes    no    no     no      no   no      gone none
MuteFinding there       yes    no     yes   no     no      no   no      gone none
UnmuteFinding here      yes    yes    no    no     no      no   no      gone none
UnmuteFinding there     yes    no     yes   no     no      no   no      gone none

ReviseKpi here          yes    yes    no    no     no      no   no      gone none
ReviseKpi there         yes    no     yes   no     no      no   no      gone none
SetWeights here         yes    yes    no    no     no      no   no      gone none
SetWeights there        yes    no     yes   no     no      no   no      gone none
AddKpi here             yes    yes    no    no     no      no   no      gone none
AddKpi there            yes    no     yes   no     no      no   no      gone none
RetireKpi here          yes    yes    no    no     no      no   no      gone none
RetireKpi there         yes    no     yes   no     no      no   no      gone none
SetPeriodTarget here    yes    yes    no    no     no      no   no      gone none
SetPeriodTarget there   yes    no     yes   no     no      no   no      gone none
SetSeason here          yes    yes    no    no     no      no   no      gone none
SetSeason there         yes    no     yes   no     no      no   no      gone none
ExplainRed here         calm   calm   no    calm   no      no   no      gone none
ExplainRed there        calm   no     calm  no     no      calm no      gone none
PutOffRed here          calm   calm   no    calm   no      no   no      gone none
PutOffRed there         calm   no     calm  no     no      calm no      gone none
LookAgain here          calm   calm   no    calm   no      no   no      gone none
LookAgain there         calm   no     calm  no     no      calm no      gone none

Propose here            yes    yes    yes   yes    yes     yes  yes     gone none
Propose there           yes    yes    yes   yes    yes     yes  yes     gone none
VoteOnProposal here     yes    yes    yes   own    yes     yes  yes     gone none
VoteOnProposal there    yes    yes    yes   yes    yes     own  yes     gone none
CommentOnProposal here  yes    yes    yes   yes    yes     yes  yes     gone none
CommentOnProposal there yes    yes    yes   yes    yes     yes  yes     gone none
DecideProposal here     yes    yes    no    no     no      no   no      gone none
DecideProposal there    yes    no     yes   no     no      no   no      gone none
WithdrawProposal here   no     no     no    yes    no      no   no      gone none
WithdrawProposal there  no     no     no    no     no      yes  no      gone none

EnterActuals here       yes    yes    no    yes    no      no   no      gone none
EnterActuals there      yes    no     yes   no     no      yes  no      gone none
PlanAction here         yes    yes    no    yes    yes     yes  no      gone none
PlanAction there        yes    no     yes   no     no      yes  no      gone none
PostponeAction here     yes    yes    no    yes    no      no   no      gone none
PostponeAction there    yes    no     yes   no     no      yes  no      gone none
AssignAction here       yes    yes    no    no     no      no   no      gone none
AssignAction there      yes    no     yes   no     no      no   no      gone none
CloseAction here        yes    yes    no    yes    no      no   no      gone none
CloseAction there       yes    no     yes   no     no      yes  no      gone none

StartReview here        yes    yes    no    no     no      no   no      gone none
StartReview there       yes    no     yes   no     no      no   no      gone none
CommentOnReview here    yes    yes    no    yes    no      no   no      gone none
CommentOnReview there   yes    no     yes   no     no      yes  no      gone none
ClosePeriod here        yes    yes    no    no     no      no   no      gone none
ClosePeriod there       yes    no     yes   no     no      no   no      gone none
CloseTogether here      yes    yes    no    no     no      no   no      gone none
CloseTogether there     yes    no     yes   no     no      no   no      gone none
ReopenPeriod here       yes    yes    no    no     no      no   no      gone none
ReopenPeriod there      yes    no     yes   no     no      no   no      gone none

SetGates here           yes    yes    no    no     no      no   no      gone none
SetGates there          yes    no     yes   no     no      no   no      gone none
SetOwnTeamShare here    yes    yes    no    no     no      no   no      gone none
SetOwnTeamShare there   yes    no     yes   no     no      no   no      gone none
"""

REFUSALS = {
    "no": {"not_allowed"},
    "gone": {"you_left"},
    "none": {
        "unknown_department",
        "unknown_kpi",
        "unknown_person",
        "unknown_proposal",
        "unknown_action",
        "unknown_channel",
        "unknown_bulletin",
    },
    "quiet": {"not_in_review"},
    "own": {"own_proposal"},
    "nothing": {"nothing_to_undo"},
    "since": {"changed_since"},
    "calm": {"not_red", "cause_unknown"},
}
"""The keys of refusals that a word of the table stands for."""
