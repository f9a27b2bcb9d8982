"""Treatment over time: courses on a calendar, what really happened, plans made again, proposals and the clock."""
