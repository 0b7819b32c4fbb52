using Research.Benchmarks;
using Research.Benchmarks.Torch;

// Benchmarks by hand: dotnet run -c Release --project tests/Benchmarks -- [features|hmm|gemm|peers|micro|torch-peers [THREADS…] [CASE…]]. Not part of the tests.
string which = args.Length > 0 ? args[0] : "all";
var benchmarks = new Dictionary<string, Action>
{
    ["features"] = () => FeatureBenchmark.Run(Recordings.Fsdd()),
    ["hmm"] = () => HmmBenchmark.Run(Recordings.Fsdd()),
    ["gemm"] = GemmBenchmark.Run,
    ["micro"] = MicroBenchmark.Run,
    ["torch-worker"] = () => TorchWorker.Run(args[1..]),
    ["torch-peers"] = () => TorchPeers.Run(args[1..]),
    ["peers"] = () => Peers.Run(Path.Combine(Recordings.Folder(), "recordings")),
};
foreach ((string name, Action run) in benchmarks)
{
    if (which == name || (which == "all" && name != "micro" && !name.StartsWith("torch", StringComparison.Ordinal)))
    {
        run();
    }
}
