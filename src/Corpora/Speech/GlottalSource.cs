using Research.Numerics;

namespace Research.Corpora.Speech;

/// <summary>What the glottis gives: the derivative of its flow, period by period, with jitter and shimmer, and breath.</summary>
/// <remarks>
/// Flow t² − t³ while it is open (the source KLGLOTT88 of Klatt and Klatt, 1990, JASA 87), so its derivative falls to −1 and
/// breaks off; then a one-pole fall above the voice's corner.
/// </remarks>
internal sealed class GlottalSource(Voice voice, Manner manner, int sampleRateHz, Rng rng)
{
    private readonly double _open = Math.Clamp(voice.OpenShare + manner.OpenShare, 0.35, 0.85);
    private readonly double _fall = PortableMath.Exp(-6.283185307179586 * voice.TiltHz * manner.Brightness / sampleRateHz);
    private double _phase = 1; // a period begins at once
    private double _length = 1;
    private double _strength = 1;
    private double _low;

    public double Next(double pitchHz, double voicing, double breath)
    {
        _phase += pitchHz / (sampleRateHz * _length);
        if (_phase >= 1)
        {
            _phase -= (int)_phase;
            _length = Math.Clamp(1 + (manner.Jitter * rng.NextNormal()), 0.7, 1.3);
            _strength = Math.Clamp(1 + (manner.Shimmer * rng.NextNormal()), 0.3, 1.7);
        }

        double along = _phase / _open;
        double pulse = along < 1 ? _strength * ((2 * along) - (3 * along * along)) : 0;
        double noise = rng.NextNormal() * (along < 1 ? 1 : 0.4);
        double excitation = (voicing * pulse) + ((breath + (voicing * (voice.Breath + manner.Breath))) * noise);
        _low = ((1 - _fall) * excitation) + (_fall * _low);
        return _low;
    }
}
