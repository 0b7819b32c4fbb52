namespace Research.Features.Music;

/// <summary>Tracked beats.</summary>
/// <param name="BeatsAMinute">The tempo that they follow; 0 where nothing begins.</param>
/// <param name="Frames">Frame of each beat, ascending.</param>
/// <param name="Seconds">Time of each.</param>
public sealed record BeatTrack(double BeatsAMinute, int[] Frames, double[] Seconds);
