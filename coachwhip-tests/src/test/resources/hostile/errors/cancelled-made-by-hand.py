# expect error: anything
import coachwhip

raise coachwhip.ScriptCancelled("not from the host")
