using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using Research.Numerics;

namespace Research.Features.Spectral;

/// <summary>Triangular filters, evenly spaced in mel, as sparse rows of weights over the bins of a transform.</summary>
/// <remarks>
/// Source: Davis and Mermelstein (1980), IEEE TASSP 28(4); edges and areas as librosa.filters.mel. A filter narrower than a bin
/// may hold none: its output is 0. Oracle: golden mel_filterbank_8k_200_40, 1e-10.
/// </remarks>
public sealed class MelFilterbank
{
    private const int MostBands = 16_384;
    private static readonly ConcurrentDictionary<(MelSettings, int), MelFilterbank> Cache = new();
    private readonly double[][] _weights;
    private readonly int[] _first;

    private MelFilterbank(MelSettings settings, int sampleRateHz)
    {
        double[] edges = Edges(settings);
        _weights = new double[settings.Bands][];
        _first = new int[settings.Bands];
        for (int band = 0; band < settings.Bands; band++)
        {
            double[] row = Triangle(edges.AsSpan(band, 3), settings, sampleRateHz);
            int end = Array.FindLastIndex(row, weight => weight > 0) + 1;
            _first[band] = end == 0 ? 0 : Array.FindIndex(row, weight => weight > 0);
            _weights[band] = row[_first[band]..end];
        }
    }

    public int Bands => _weights.Length;

    /// <summary>The bank for those settings, made once a process.</summary>
    /// <exception cref="ResearchException">There is no band, or the frequencies are not ascending from 0.</exception>
    public static MelFilterbank For(MelSettings settings, int sampleRateHz)
    {
        settings.Stft.Check();
        if (settings.Bands is < 1 or > MostBands || !(settings.LowestHz >= 0 && settings.HighestHz > settings.LowestHz))
        {
            throw new SettingsException(
                FormattableString.Invariant(
                    $"{settings.Bands} mel bands from {settings.LowestHz} to {settings.HighestHz} Hz: 1 to {MostBands} bands and 0 ≤ lowest < highest are needed."
                )
            );
        }

        return Cache.GetOrAdd((settings, sampleRateHz), static key => new MelFilterbank(key.Item1, key.Item2));
    }

    /// <summary>Weight of a bin in a band.</summary>
    public double Weight(int band, int bin)
    {
        int place = bin - _first[band];
        return place >= 0 && place < _weights[band].Length ? _weights[band][place] : 0;
    }

    internal void Apply(ReadOnlySpan<Vector256<double>> power, Span<Vector256<double>> mel)
    {
        for (int band = 0; band < _weights.Length; band++)
        {
            double[] weights = _weights[band];
            ReadOnlySpan<Vector256<double>> bins = power.Slice(_first[band], weights.Length);
            Vector256<double> sum = Vector256<double>.Zero;
            for (int k = 0; k < weights.Length; k++)
            {
                sum += bins[k] * Vector256.Create(weights[k]);
            }

            mel[band] = sum;
        }
    }

    private static double[] Triangle(ReadOnlySpan<double> edges, MelSettings settings, int sampleRateHz)
    {
        double height = settings.Area == MelArea.Unit ? 2 / (edges[2] - edges[0]) : 1;
        var row = new double[(settings.Stft.FftLength / 2) + 1];
        for (int k = 0; k < row.Length; k++)
        {
            double hertz = (double)k * sampleRateHz / settings.Stft.FftLength;
            double rising = (hertz - edges[0]) / (edges[1] - edges[0]);
            double falling = (edges[2] - hertz) / (edges[2] - edges[1]);
            row[k] = Math.Max(0, Math.Min(rising, falling)) * height;
        }

        return row;
    }

    private static double[] Edges(MelSettings settings)
    {
        double low = MelFrequency.FromHertz(settings.LowestHz, settings.Scale);
        double high = MelFrequency.FromHertz(settings.HighestHz, settings.Scale);
        double step = (high - low) / (settings.Bands + 1);
        return [.. Enumerable.Range(0, settings.Bands + 2).Select(i => MelFrequency.ToHertz(low + (i * step), settings.Scale))];
    }
}
