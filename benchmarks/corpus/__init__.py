"""What is measured on: articles made from a seed, their world without the words, and large databases that are valid."""
