using Research.Numerics;

namespace Research.Features.Spectral;

/// <summary>Window functions.</summary>
/// <remarks>Periodic Hann w[n] = ½ − ½·cos(2πn/N); periodic Hamming w[n] = 0.54 − 0.46·cos(2πn/N). Oracle: scipy through librosa.</remarks>
public static class Window
{
    private const double TwoPi = 6.283185307179586;

    /// <summary>The window's values; shape [length].</summary>
    public static double[] Of(WindowShape shape, int length)
    {
        (double level, double swing) = shape switch
        {
            WindowShape.Hann => (0.5, 0.5),
            WindowShape.Hamming => (0.54, 0.46),
            WindowShape.Rectangular => (1.0, 0.0),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "There is no such window."),
        };
        var window = new double[length];
        for (int n = 0; n < length; n++)
        {
            window[n] = level - (swing * PortableMath.Cos(TwoPi * n / length));
        }

        return window;
    }
}
