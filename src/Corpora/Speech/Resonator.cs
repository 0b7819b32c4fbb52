using Research.Numerics;

namespace Research.Corpora.Speech;

/// <summary>A resonance with two poles: y[n] = a·x[n] + b·y[n−1] + c·y[n−2] (Klatt, 1980, eq. 1 and 2), gain 1 at 0 Hz.</summary>
internal sealed class Resonator(int sampleRateHz)
{
    private const double Pi = 3.141592653589793;
    private double _a = 1;
    private double _b;
    private double _c;
    private double _before;
    private double _beforeThat;

    public void Tune(double hertz, double widthHz)
    {
        double radius = PortableMath.Exp(-Pi * widthHz / sampleRateHz);
        _c = -radius * radius;
        _b = 2 * radius * PortableMath.Cos(2 * Pi * hertz / sampleRateHz);
        _a = 1 - _b - _c;
    }

    public double Next(double x)
    {
        double y = (_a * x) + (_b * _before) + (_c * _beforeThat);
        (_beforeThat, _before) = (_before, y);
        return y;
    }

    /// <summary>Gain at its centre, near enough: what noise needs to be brought down by.</summary>
    public double PeakGain => _a / (1 + _c);
}
