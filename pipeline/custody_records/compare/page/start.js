openComparison(data, null);
