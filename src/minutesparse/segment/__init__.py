"""Text in, layout out: lines, blocks with depth, agenda items, front matter."""
