namespace Research.Data.Audio;

/// <summary>A recording of a user's, as it was read.</summary>
/// <param name="Wave">The mean of its channels.</param>
/// <param name="ClippedShare">Largest share of clipped samples of a channel, 0 to 1.</param>
public sealed record Recording(Waveform Wave, double ClippedShare);
