using Research.Numerics;

namespace Research.Features.Music;

/// <summary>The beats at one tempo.</summary>
/// <param name="BeatsAMinute">The tempo.</param>
/// <param name="Score">Its <see cref="BeatScore"/>, one a frame.</param>
/// <param name="Path">Frames of the beats, ascending.</param>
internal sealed record BeatCandidate(double BeatsAMinute, double[] Score, int[] Path)
{
    /// <summary>What the beats collect.</summary>
    public double Strength => OrderedSum.Of([.. Path.Select(beat => Score[beat])]);
}
