"""What goes on at the demonstration's unit: a referral and a case in every state, told by the acts that people use."""

from samsyn.web.care.stories.whole import hand_out, tell_stories

__all__ = ["hand_out", "tell_stories"]
