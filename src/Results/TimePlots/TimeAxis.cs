using Research.Numerics;
using Research.Results.Svg;

namespace Research.Results.TimePlots;

/// <summary>The axis of time, and how long recordings are thinned to fit it.</summary>
internal static class TimeAxis
{
    public const string Title = "time, s";

    /// <summary>Steps of time that a picture can show.</summary>
    public const int Steps = 800;

    public static Ticks Of(Matrix rows) => Ticks.Over(rows[0, 0], rows[rows.Rows - 1, 0], 8);

    /// <summary>First and end of each stretch of frames that share a step.</summary>
    public static IEnumerable<(int First, int End)> Stretches(int frames)
    {
        int steps = Math.Min(frames, Steps);
        for (int step = 0; step < steps; step++)
        {
            yield return ((int)((long)step * frames / steps), (int)((step + 1L) * frames / steps));
        }
    }
}
