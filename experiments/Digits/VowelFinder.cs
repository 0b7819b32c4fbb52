using Research.Features.Voice;

namespace Research.Experiments.Digits;

/// <summary>Finds the vowels of spoken words without a person: the longest voiced stretches, and their loud parts.</summary>
internal static class VowelFinder
{
    private const double Loud = 0.25; // of the stretch's loudest frame: −12 dB
    private const double HalfWay = 0.5;

    /// <summary>The loud part of each of the longest voiced stretches, in order of time, seconds.</summary>
    /// <param name="count">Words that are spoken; there may be fewer stretches.</param>
    public static IReadOnlyList<(double From, double To)> Stretches(PitchTrack pitch, int count) =>
        [
            .. Voiced(pitch)
                .OrderByDescending(stretch => stretch.End - stretch.Start)
                .Take(count)
                .OrderBy(stretch => stretch.Start)
                .Select(stretch => LoudPart(pitch, stretch.Start, stretch.End)),
        ];

    /// <summary>Where the first formant has risen half-way from its value at the start to its highest: from a glide to its vowel, as in "one".</summary>
    public static double EndOfGlide(FormantTrack formants, double from, double to)
    {
        double step = formants.Times.StepSeconds;
        double[] times = [.. Enumerable.Range(0, (int)((to - from) / step) + 1).Select(k => from + (k * step))];
        double[] first = [.. times.Select(t => formants.At(1, t))];
        double start = first.FirstOrDefault(hertz => !double.IsNaN(hertz));
        double highest = first.Where(hertz => !double.IsNaN(hertz)).DefaultIfEmpty(start).Max();
        int end = Array.FindIndex(first, hertz => hertz >= start + (HalfWay * (highest - start)));
        return end > 0 ? times[end] : from + ((to - from) / 3);
    }

    private static IEnumerable<(int Start, int End)> Voiced(PitchTrack pitch)
    {
        int start = -1;
        for (int t = 0; t <= pitch.Times.Count; t++)
        {
            bool voiced = t < pitch.Times.Count && pitch.IsVoiced(t);
            if (voiced && start < 0)
            {
                start = t;
            }
            else if (!voiced && start >= 0)
            {
                yield return (start, t);
                start = -1;
            }
        }
    }

    private static (double From, double To) LoudPart(PitchTrack pitch, int start, int end)
    {
        double loudest = pitch.Intensity[start..end].Max();
        int first = Enumerable.Range(start, end - start).First(t => pitch.Intensity[t] >= Loud * loudest);
        int last = Enumerable.Range(start, end - start).Last(t => pitch.Intensity[t] >= Loud * loudest);
        double half = 0.5 * pitch.Times.StepSeconds;
        return (pitch.Times[first] - half, pitch.Times[last] + half);
    }
}
