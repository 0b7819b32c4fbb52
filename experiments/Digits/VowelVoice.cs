using Research.Data;
using Research.Features.Voice;

namespace Research.Experiments.Digits;

/// <summary>Pitch and formants of one recording, formants for each ceiling that is asked for.</summary>
internal sealed class VowelVoice(Clip clip, PitchSettings settings)
{
    private readonly Dictionary<double, FormantTrack> _formants = [];

    public Clip Clip => clip;

    public PitchTrack Pitch { get; } = Features.Voice.Pitch.Of(clip.Waveform, settings);

    public FormantTrack Formants(double ceilingHz)
    {
        if (!_formants.TryGetValue(ceilingHz, out FormantTrack? track))
        {
            track = Features.Voice.Formants.Of(clip.Waveform, FormantSettings.Praat(ceilingHz));
            _formants.Add(ceilingHz, track);
        }

        return track;
    }

    /// <summary>Mean pitch, F1, F2 and F3 over an interval, hertz.</summary>
    public double[] Means(double from, double to, double ceilingHz) =>
        [Pitch.MeanOver(from, to), .. Enumerable.Range(1, 3).Select(k => Formants(ceilingHz).MeanOver(k, from, to))];
}
