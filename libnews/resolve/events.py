"""Which meetings, agreements and trade figures of different articles are one."""

from libnews.resolve.agreements import join_agreements
from libnews.resolve.meetings import Who, join_meetings
from libnews.resolve.trade_figures import join_trade_figures

__all__ = ["Who", "join_agreements", "join_meetings", "join_trade_figures"]
