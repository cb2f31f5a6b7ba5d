"""Pages of those who look after how the program is used."""
