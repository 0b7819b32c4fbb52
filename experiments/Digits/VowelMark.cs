namespace Research.Experiments.Digits;

/// <summary>A stretch of a recording that a person marked as a vowel.</summary>
/// <param name="Document">Whose mark it is.</param>
/// <param name="Clip">The recording.</param>
/// <param name="Speaker">For people.</param>
/// <param name="Vowel">As the document names it.</param>
/// <param name="FromSeconds">Start.</param>
/// <param name="ToSeconds">End.</param>
/// <param name="CeilingHz">Highest formant, as Praat was set.</param>
/// <param name="FirstClaim">Claim of its mean pitch; those of its three formants follow. Null where nothing was published.</param>
public sealed record VowelMark(
    string Document,
    string Clip,
    string Speaker,
    string Vowel,
    double FromSeconds,
    double ToSeconds,
    double CeilingHz,
    string? FirstClaim
)
{
    /// <summary>The claim of the k-th quantity: mean pitch, F1, F2, F3.</summary>
    public string? Claim(int k) =>
        FirstClaim is null
            ? null
            : $"{FirstClaim[..^3]}{int.Parse(FirstClaim[^3..], System.Globalization.CultureInfo.InvariantCulture) + k:D3}";
}
