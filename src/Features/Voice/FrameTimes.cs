using Research.Numerics;

namespace Research.Features.Voice;

/// <summary>Times of frames that lie evenly about the middle of a signal, as Praat lays them.</summary>
/// <param name="Count">Frames.</param>
/// <param name="FirstSeconds">Centre of the first.</param>
/// <param name="StepSeconds">From centre to centre.</param>
public sealed record FrameTimes(int Count, double FirstSeconds, double StepSeconds)
{
    private const int MostFrames = 1 << 22;
    private const double Slack = 1e-9; // of a step: half a step is half a step, however it was rounded

    /// <summary>As many frames as have their whole window inside the signal.</summary>
    /// <exception cref="ResearchException">They are more than memory should hold.</exception>
    public static FrameTimes Within(double durationSeconds, double windowSeconds, double stepSeconds)
    {
        double steps = Math.Floor((durationSeconds - windowSeconds) / stepSeconds);
        if (!(steps < MostFrames))
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"A frame every {stepSeconds} s of {durationSeconds:F1} s: there can be at most {MostFrames} frames. Take a longer step."
                )
            );
        }

        int count = (int)steps + 1;
        return new(count, (0.5 * durationSeconds) - (0.5 * (count * stepSeconds)) + (0.5 * stepSeconds), stepSeconds);
    }

    /// <summary>Centre of a frame, seconds.</summary>
    public double this[int frame] => FirstSeconds + (frame * StepSeconds);

    /// <summary>Mean over an interval of time of the line through the values, as Praat's 'Get mean'.</summary>
    /// <remarks>Beside a frame without a value, and before the first and after the last, a value holds for half a step.</remarks>
    /// <param name="values">One a frame; NaN where there is none.</param>
    /// <returns>NaN where no value lies inside.</returns>
    public double Mean(IReadOnlyList<double> values, double fromSeconds, double toSeconds)
    {
        (var areas, var lengths) = (new List<double>(), new List<double>());
        for (int half = 0; half < 2 * Count; half++)
        {
            double start = FirstSeconds + ((half - 1) * 0.5 * StepSeconds);
            (double low, double high) = (Math.Max(fromSeconds, start), Math.Min(toSeconds, start + (0.5 * StepSeconds)));
            double value = high > low ? InHalf(values, half, 0.5 * (low + high)) : double.NaN;
            if (!double.IsNaN(value))
            {
                areas.Add((high - low) * value);
                lengths.Add(high - low);
            }
        }

        return lengths.Count == 0 ? double.NaN : OrderedSum.Of([.. areas]) / OrderedSum.Of([.. lengths]);
    }

    /// <summary>Value at a time, linear between the two frames beside it; NaN more than half a step outside the frames and where the nearer has none.</summary>
    public double At(IReadOnlyList<double> values, double seconds)
    {
        double place = (seconds - FirstSeconds) / StepSeconds;
        bool inside = place >= -0.5 - Slack && place <= Count - 0.5 + Slack;
        int near = Math.Clamp((int)Math.Floor(place + 0.5), 0, Count - 1);
        return inside ? Between(values, near, place) : double.NaN;
    }

    // Each frame has two half steps: one before its centre, one after.
    private double InHalf(IReadOnlyList<double> values, int half, double seconds) =>
        Between(values, half / 2, (seconds - FirstSeconds) / StepSeconds);

    private double Between(IReadOnlyList<double> values, int near, double place)
    {
        int far = place < near ? near - 1 : near + 1;
        bool alone = far < 0 || far >= Count || double.IsNaN(values[far]);
        return alone ? values[near] : values[near] + (Math.Abs(place - near) * (values[far] - values[near]));
    }
}
