from coachwhip.java.io import IOException

raise IOException('disk full')
