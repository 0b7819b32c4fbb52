using Research.Data;
using Research.Numerics;

namespace Research.Evaluation.Recognition;

/// <summary>Windows of a recording, and the vote of what a model says of them.</summary>
public static class WindowVote
{
    /// <summary>Windows one after another, without overlap; a rest is left out, but of a shorter recording all is one window.</summary>
    /// <param name="seconds">Length of a window; above 0.</param>
    public static IReadOnlyList<(double StartSeconds, Waveform Window)> Cut(Waveform waveform, double seconds)
    {
        int length = Math.Max(1, (int)Math.Round(seconds * waveform.SampleRateHz));
        if (waveform.Samples.Length <= length)
        {
            return [(0, waveform)];
        }

        return
        [
            .. Enumerable
                .Range(0, waveform.Samples.Length / length)
                .Select(w =>
                    (
                        (double)w * length / waveform.SampleRateHz,
                        new Waveform(waveform.Samples[(w * length)..((w + 1) * length)], waveform.SampleRateHz)
                    )
                ),
        ];
    }

    /// <summary>Windows one after another, each with what a model says of it.</summary>
    /// <param name="seconds">Length of a window; above 0.</param>
    /// <param name="answer">To one window by itself.</param>
    public static IReadOnlyList<WindowAnswer> Each(Waveform waveform, double seconds, Func<Waveform, Answer> answer) =>
        [
            .. Cut(waveform, seconds)
                .Select(cut => new WindowAnswer(
                    cut.StartSeconds,
                    cut.StartSeconds + cut.Window.DurationSeconds,
                    answer(cut.Window)
                )),
        ];

    /// <summary>Means over the windows: of each class's probability, and of the familiarity.</summary>
    /// <param name="windows">At least one.</param>
    public static Answer Of(IReadOnlyList<WindowAnswer> windows) =>
        new(
            [
                .. Enumerable
                    .Range(0, windows[0].Answer.Probabilities.Length)
                    .Select(c => OrderedSum.Mean([.. windows.Select(window => window.Answer.Probabilities[c])])),
            ],
            OrderedSum.Mean([.. windows.Select(window => window.Answer.Familiarity)])
        );
}
