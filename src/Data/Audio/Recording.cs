namespace Research.Data.Audio;

/// <summary>A recording of a user's, as it was read.</summary>
/// <param name="Wave">The mean of its channels.</param>
/// <param name="ClippedShare">Largest share of clipped samples of a channel, 0 to 1.</param>
/// <param name="Warnings">What the file says of itself and is not so, one sentence each without its full stop.</param>
/// <param name="Decoder">What decoded it, such as "NLayer 3.0.1"; null where the file holds samples, whose values are exact.</param>
public sealed record Recording(Waveform Wave, double ClippedShare, IReadOnlyList<string> Warnings, string? Decoder);
