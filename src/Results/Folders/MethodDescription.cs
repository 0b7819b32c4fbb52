namespace Research.Results.Folders;

/// <summary>How an experiment is done, in the words of its own documentation.</summary>
/// <param name="Paragraphs">What it follows and does.</param>
/// <param name="Deviations">What differs from the original; empty for nothing.</param>
/// <param name="Command">How to run it.</param>
public sealed record MethodDescription(IReadOnlyList<string> Paragraphs, string Deviations, string Command);
