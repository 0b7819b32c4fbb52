using BenchmarkDotNet.Attributes;
using Research.Data;
using Research.Evaluation.FrontEnds;
using Research.Features.Cepstral;
using Research.Numerics;
using Research.Numerics.LinearAlgebra;

namespace Research.Benchmarks;

/// <summary>What most of the time goes into, one thread, small enough to be measured to a few per cent.</summary>
[MemoryDiagnoser]
public class Kernels
{
    private const int SampleRateHz = 8000;
    private const int Size = 256;
    private const int Values = 4096;

    private readonly float[] _product = new float[Size * Size];
    private readonly double[] _results = new double[Values];
    private Waveform _second = new([], SampleRateHz);
    private MfccSettings _mfcc = MfccFrames.Reported(13).Settings(SampleRateHz);
    private float[] _matrix = [];
    private double[] _exponents = [];

    [GlobalSetup]
    public void Draw()
    {
        Rng rng = Rng.For(1, "micro");
        _second = new Waveform([.. Enumerable.Range(0, SampleRateHz).Select(_ => 0.1 * rng.NextNormal())], SampleRateHz);
        _matrix = [.. Enumerable.Range(0, Size * Size).Select(_ => (float)rng.NextNormal())];
        _exponents = [.. Enumerable.Range(0, Values).Select(_ => rng.NextNormal())];
    }

    [Benchmark(Description = "13 MFCC of one second at 8 kHz")]
    public Matrix Mfcc() => Features.Cepstral.Mfcc.Of(_second, _mfcc);

    [Benchmark(Description = "product of 256 by 256 floats")]
    public void Product() => Gemm.Accumulate<float>(Size, Size, Size, _matrix, _matrix, _product);

    [Benchmark(Description = "4,096 exponentials")]
    public double[] Exponentials()
    {
        for (int i = 0; i < Values; i++)
        {
            _results[i] = PortableMath.Exp(_exponents[i]);
        }

        return _results;
    }
}
