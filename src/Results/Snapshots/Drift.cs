namespace Research.Results.Snapshots;

/// <summary>A difference between a table and its snapshot.</summary>
/// <param name="Table">File name.</param>
/// <param name="Message">What differs, readable.</param>
public sealed record Drift(string Table, string Message);
