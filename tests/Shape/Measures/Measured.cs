namespace Research.Shape.Measures;

/// <summary>A file or a method and its lines.</summary>
public sealed record Measured(string Name, int Lines);
