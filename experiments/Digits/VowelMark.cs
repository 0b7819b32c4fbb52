namespace Research.Experiments.Digits;

/// <summary>A stretch of a recording that a person marked as a vowel.</summary>
/// <param name="Document">Whose mark it is.</param>
/// <param name="Recording">The recording.</param>
/// <param name="Speaker">For people.</param>
/// <param name="Vowel">As the document names it.</param>
/// <param name="FromSeconds">Start.</param>
/// <param name="ToSeconds">End.</param>
/// <param name="CeilingHz">Highest formant, as Praat was set.</param>
internal sealed record VowelMark(
    string Document,
    string Recording,
    string Speaker,
    string Vowel,
    double FromSeconds,
    double ToSeconds,
    double CeilingHz
);
