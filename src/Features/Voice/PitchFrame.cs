namespace Research.Features.Voice;

/// <summary>A frame before one pitch is chosen for it.</summary>
/// <param name="Intensity">Its peak relative to the loudest of the signal, at most 1.</param>
/// <param name="Candidates">The first is unvoiced: 0 Hz, strength 0.</param>
internal sealed record PitchFrame(double Intensity, IReadOnlyList<PitchCandidate> Candidates);

/// <summary>A pitch that a frame may have.</summary>
internal readonly record struct PitchCandidate(double Hertz, double Strength);
