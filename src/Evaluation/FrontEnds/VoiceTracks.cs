using Research.Data;
using Research.Features.Voice;

namespace Research.Evaluation.FrontEnds;

/// <summary>Pitch and formants of one recording, formants with each setting that is asked for.</summary>
public sealed class VoiceTracks(Item item, PitchSettings settings)
{
    /// <summary>Names of what <see cref="Means(double, double, double)"/> gives, in its order.</summary>
    public static IReadOnlyList<string> Quantities { get; } = ["mean_pitch", "F1", "F2", "F3"];

    private readonly Dictionary<FormantSettings, FormantTrack> _formants = [];

    public Item Item => item;

    public PitchTrack Pitch { get; } = Features.Voice.Pitch.Of(item.Waveform, settings);

    public FormantTrack Formants(FormantSettings formants)
    {
        if (!_formants.TryGetValue(formants, out FormantTrack? track))
        {
            track = Features.Voice.Formants.Of(item.Waveform, formants);
            _formants.Add(formants, track);
        }

        return track;
    }

    public FormantTrack Formants(double ceilingHz) => Formants(FormantSettings.Praat(ceilingHz));

    /// <summary>Mean pitch, F1, F2 and F3 over an interval, hertz.</summary>
    public double[] Means(double from, double to, FormantSettings formants) =>
        [Pitch.MeanOver(from, to), .. Enumerable.Range(1, 3).Select(k => Formants(formants).MeanOver(k, from, to))];

    public double[] Means(double from, double to, double ceilingHz) => Means(from, to, FormantSettings.Praat(ceilingHz));
}
