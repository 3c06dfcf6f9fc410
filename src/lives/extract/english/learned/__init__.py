"""What is learned of English rather than ruled: names, parts of speech, syntax."""
