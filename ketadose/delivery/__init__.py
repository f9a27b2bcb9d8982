"""What goes in over time: an infusion that is changed, paused or stopped, and programmes of several steps."""
