# expect error: JavaException
import coachwhip

raise coachwhip.JavaException("not from Java")
