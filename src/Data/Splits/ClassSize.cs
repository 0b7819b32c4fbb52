namespace Research.Data.Splits;

/// <summary>How many items of a class.</summary>
public sealed record ClassSize(string Class, int Items);
