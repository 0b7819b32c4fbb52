using Research.Corpora.Sampling;
using Research.Data;
using Research.Numerics;

namespace Research.Corpora.Music;

/// <summary>Plays a piece: drums, chords, bass and a melody, mixed as its energy asks, with beats and chords as truth.</summary>
internal sealed class Performance(Piece piece, double seconds, Rng rng)
{
    private const int Rate = Tone.SampleRateHz;
    private const int StepsABar = 16;
    private readonly int _samples = (int)(seconds * Rate);
    private readonly double _stepSeconds = 60 / piece.BeatsAMinute / 4;
    private readonly double _brightness = Math.Clamp(0.15 + (0.5 * piece.Affect.Energy) + (0.3 * piece.Affect.Valence), 0, 1);
    private readonly List<Mark> _marks = [];
    private int _lead; // samples of the first bar before the cut

    /// <summary>Beats and chords; known once it has played.</summary>
    public IReadOnlyList<Mark> Marks =>
        [.. _marks.OrderBy(mark => mark.StartSeconds).ThenBy(mark => mark.Label, StringComparer.Ordinal)];

    public Waveform Play()
    {
        double start = -rng.NextDouble(0, StepsABar * _stepSeconds); // a cut from the middle
        _lead = (int)Math.Ceiling(-start * Rate);
        (var drums, var chords, var bass, var lead) = (
            new double[_lead + _samples],
            new double[_lead + _samples],
            new double[_lead + _samples],
            new double[_lead + _samples]
        );
        int bars = (int)((seconds - start) / (StepsABar * _stepSeconds)) + 1;
        int key = 60 + piece.Tonic - (piece.Tonic > 6 ? 12 : 0);
        int melody = rng.NextInt(3);
        for (int bar = 0; bar < bars; bar++)
        {
            Chord chord = piece.Chords[bar % piece.Chords.Count];
            double at = start + (bar * StepsABar * _stepSeconds);
            MarkChord(chord, at);
            for (int step = 0; step < StepsABar; step++)
            {
                double time = at + (step * _stepSeconds) + Swing(step);
                MarkBeat(step, at + (step * _stepSeconds));
                Strike(drums, step, Loose(time));
                Comp(chords, chord, key, step, Loose(time));
                Low(bass, chord, key - 24, step, Loose(time));
                melody = Sing(lead, chord, key + 12, step, Loose(time), melody);
            }
        }

        return Mix(drums, chords, bass, lead);
    }

    private void MarkChord(Chord chord, double at)
    {
        (double from, double to) = (Math.Max(0, at), Math.Min(seconds, at + (StepsABar * _stepSeconds)));
        if (to > from)
        {
            _marks.Add(new($"chord {chord.Name(piece.Tonic)}", from, to, new Dictionary<string, double>()));
        }
    }

    private void MarkBeat(int step, double time)
    {
        if (step % 4 == 0 && time >= 0 && time < seconds)
        {
            var values = new Dictionary<string, double> { ["of bar"] = (step / 4) + 1 };
            _marks.Add(new("beat", time, time, values));
        }
    }

    private double Swing(int step) => step % 4 == 2 ? (piece.Drums.Swing - 0.5) * 4 * _stepSeconds : 0;

    private int Loose(double time) => Math.Max(0, _lead + (int)Math.Round((time + (piece.Looseness * rng.NextNormal())) * Rate));

    private void Strike(double[] track, int step, int at)
    {
        double level = 0.35 + (0.65 * piece.Affect.Energy);
        bool ghost = rng.NextDouble() < 0.08 * piece.Affect.Danceability; // a stroke that the pattern lacks
        if (piece.Drums.Kick[step] == 'x')
        {
            Drums.Kick(track, at, level);
        }

        if (piece.Drums.Snare[step] == 'x')
        {
            Drums.Snare(track, at, 0.8 * level, rng);
        }

        if (piece.Drums.Hat[step] == 'x' || (ghost && piece.Drums.Hat.Contains('x', StringComparison.Ordinal)))
        {
            Drums.Hat(track, at, 0.4 * level * rng.NextDouble(0.6, 1.1), rng);
        }
    }

    private void Comp(double[] track, Chord chord, int key, int step, int at)
    {
        if (piece.Band.Comping[step] != 'x')
        {
            return;
        }

        int length = Length(piece.Band.Comping, step);
        int[] tones = piece.Band.Drive > 2 ? [chord.Root, chord.Root + 7, chord.Root + 12] : chord.Tones; // driven thirds growl
        foreach (int tone in tones)
        {
            int pitch = key + tone - (key + tone > 71 ? 12 : 0);
            Tone.Add(track, piece.Band.ChordTimbre, Tone.Hertz(pitch), at, length, 0.25, _brightness, rng);
        }
    }

    private void Low(double[] track, Chord chord, int key, int step, int at)
    {
        if (piece.Band.Bass[step] != 'x')
        {
            return;
        }

        int tone = rng.NextDouble() < 0.7 ? chord.Root : chord.Tones[rng.NextInt(chord.Tones.Length)];
        Tone.Add(
            track,
            piece.Band.BassTimbre,
            Tone.Hertz(key + (tone % 12)),
            at,
            Length(piece.Band.Bass, step),
            0.5,
            0.4 * _brightness,
            rng
        );
    }

    // A walk over the chord's tones; the more energy, the more tones.
    private int Sing(double[] track, Chord chord, int key, int step, int at, int melody)
    {
        double chance =
            (
                step % 4 == 0 ? 0.55
                : step % 2 == 0 ? 0.3
                : 0.08
            ) * (0.4 + (0.8 * piece.Affect.Energy));
        if (rng.NextDouble() > chance)
        {
            return melody;
        }

        int next = Math.Clamp(melody + rng.NextInt(3) - 1, 0, 5);
        int tone = chord.Tones[next % chord.Tones.Length] + (12 * (next / chord.Tones.Length));
        int length = (int)(_stepSeconds * Rate * (1 + rng.NextInt(4)));
        Tone.Add(
            track,
            piece.Band.LeadTimbre,
            Tone.Hertz(key + tone - (key + tone > 88 ? 12 : 0)),
            at,
            length,
            0.3,
            _brightness,
            rng
        );
        return next;
    }

    // Until the next stroke of the pattern.
    private int Length(string pattern, int step)
    {
        int next = pattern.IndexOf('x', step + 1);
        return (int)(((next < 0 ? StepsABar : next) - step) * _stepSeconds * Rate);
    }

    private Waveform Mix(double[] drums, double[] chords, double[] bass, double[] lead)
    {
        double drive = piece.Band.Drive * (0.4 + piece.Affect.Energy);
        (double d, double c, double b, double l) = (Gain(0.75), Gain(0.6), Gain(0.6), Gain(0.5));
        double level = (0.12 + (0.5 * piece.Affect.Energy)) * rng.NextDouble(0.7, 1.3);
        double hiss = PortableMath.Pow(10, rng.NextDouble(-75, -45) / 20);
        var mix = new double[_samples];
        for (int n = 0; n < _samples; n++)
        {
            double strings = drive > 0 ? Clipped((1 + drive) * chords[_lead + n]) / (1 + (0.5 * drive)) : chords[_lead + n];
            double sum = (d * drums[_lead + n]) + (c * strings) + (b * bass[_lead + n]) + (l * lead[_lead + n]);
            mix[n] = (level * Clipped(1.2 * sum)) + (hiss * rng.NextDouble(-1.7, 1.7));
        }

        return SixteenBit.Quantised(mix, Rate);
    }

    private double Gain(double usual) => usual * PortableMath.Exp(0.3 * rng.NextNormal());

    private static double Clipped(double x) => x / (1 + Math.Abs(x));
}
