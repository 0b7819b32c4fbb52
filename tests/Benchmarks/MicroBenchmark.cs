using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Research.Numerics;

namespace Research.Benchmarks;

/// <summary>The kernels under BenchmarkDotNet: time with its error, and bytes allocated.</summary>
internal static class MicroBenchmark
{
    // In this process: a project that BenchmarkDotNet writes would not restore in locked mode.
    private static readonly IConfig Config = ManualConfig
        .Create(DefaultConfig.Instance)
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
        .WithArtifactsPath(Path.Combine("artifacts", "micro"));

    public static void Run()
    {
        ParallelLoop.Threads = 1;
        BenchmarkRunner.Run<Kernels>(Config);
    }
}
