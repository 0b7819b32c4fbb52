using Research.Torch.Tests.Oracle;
using TorchSharp.Modules;

namespace Research.Torch.Tests.Modules;

/// <summary>Our modules from PyTorch's settings.</summary>
internal static class GoldenModules
{
    private static readonly Dictionary<string, Func<Settings, nn.Module>> Makers = new()
    {
        ["Linear"] = s => nn.Linear(s.Long("in_features"), s.Long("out_features"), s.Bool("bias", true)),
        ["Conv1d"] = s =>
            nn.Conv1d(
                s.Long("in_channels"),
                s.Long("out_channels"),
                s.Long("kernel_size"),
                s.Long("stride", 1),
                s.Long("padding"),
                s.Long("dilation", 1),
                groups: s.Long("groups", 1),
                bias: s.Bool("bias", true)
            ),
        ["Conv2d"] = s =>
            nn.Conv2d(
                s.Long("in_channels"),
                s.Long("out_channels"),
                s.Pair("kernel_size")!.Value,
                s.Pair("stride"),
                s.Pair("padding"),
                s.Pair("dilation"),
                groups: s.Long("groups", 1),
                bias: s.Bool("bias", true)
            ),
        ["ConvTranspose2d"] = s =>
            nn.ConvTranspose2d(
                s.Long("in_channels"),
                s.Long("out_channels"),
                s.Pair("kernel_size")!.Value,
                s.Pair("stride"),
                s.Pair("padding"),
                s.Pair("output_padding"),
                s.Pair("dilation"),
                groups: s.Long("groups", 1),
                bias: s.Bool("bias", true)
            ),
        ["BatchNorm1d"] = s =>
            HasMomentum(s)
                ? nn.BatchNorm1d(s.Long("num_features"), Eps(s), s.Double("momentum", 0.1), Affine(s), Tracks(s))
                : new BatchNorm1d(s.Long("num_features"), Eps(s), null, Affine(s), Tracks(s), null, null),
        ["BatchNorm2d"] = s =>
            HasMomentum(s)
                ? nn.BatchNorm2d(s.Long("num_features"), Eps(s), s.Double("momentum", 0.1), Affine(s), Tracks(s))
                : new BatchNorm2d(s.Long("num_features"), Eps(s), null, Affine(s), Tracks(s), null, null),
        ["LayerNorm"] = s => nn.LayerNorm(s.Longs("normalized_shape")!, Eps(s), s.Bool("elementwise_affine", true)),
        ["Embedding"] = s => nn.Embedding(s.Long("num_embeddings"), s.Long("embedding_dim"), s.Longs("padding_idx")?[0]),
        ["MaxPool2d"] = s =>
            nn.MaxPool2d(
                s.Pair("kernel_size")!.Value,
                s.Pair("stride"),
                s.Pair("padding"),
                s.Pair("dilation"),
                s.Bool("ceil_mode")
            ),
        ["AvgPool2d"] = s =>
            nn.AvgPool2d(
                s.Pair("kernel_size")!.Value,
                s.Pair("stride"),
                s.Pair("padding"),
                s.Bool("ceil_mode"),
                s.Bool("count_include_pad", true)
            ),
        ["AdaptiveAvgPool2d"] = s => nn.AdaptiveAvgPool2d(s.Pair("output_size")!.Value),
        ["ReLU"] = _ => nn.ReLU(),
        ["LeakyReLU"] = s => nn.LeakyReLU(s.Double("negative_slope", 0.01)),
        ["Tanh"] = _ => nn.Tanh(),
        ["Sigmoid"] = _ => nn.Sigmoid(),
        ["ELU"] = s => nn.ELU(s.Double("alpha", 1)),
        ["SiLU"] = _ => nn.SiLU(),
        ["Softplus"] = s => nn.Softplus(s.Double("beta", 1), s.Double("threshold", 20)),
        ["Softmax"] = s => nn.Softmax(s.Long("dim")),
        ["LogSoftmax"] = s => nn.LogSoftmax(s.Long("dim")),
        ["Flatten"] = s => nn.Flatten(s.Long("start_dim", 1), s.Long("end_dim", -1)),
        ["Upsample"] = s =>
            nn.Upsample(
                s.Longs("size"),
                s.Has("scale_factor") ? [s.Double("scale_factor")] : null,
                s.Text("mode") == "nearest" ? UpsampleMode.Nearest : UpsampleMode.Bilinear,
                s.Bool("align_corners")
            ),
        ["RNN"] = s =>
            nn.RNN(
                s.Long("input_size"),
                s.Long("hidden_size"),
                s.Long("num_layers", 1),
                s.Text("nonlinearity", "tanh") == "tanh" ? nn.NonLinearities.Tanh : nn.NonLinearities.ReLU,
                s.Bool("bias", true),
                s.Bool("batch_first"),
                bidirectional: s.Bool("bidirectional")
            ),
        ["LSTM"] = s =>
            nn.LSTM(
                s.Long("input_size"),
                s.Long("hidden_size"),
                s.Long("num_layers", 1),
                s.Bool("bias", true),
                s.Bool("batch_first"),
                bidirectional: s.Bool("bidirectional")
            ),
        ["GRU"] = s =>
            nn.GRU(
                s.Long("input_size"),
                s.Long("hidden_size"),
                s.Long("num_layers", 1),
                s.Bool("bias", true),
                s.Bool("batch_first"),
                bidirectional: s.Bool("bidirectional")
            ),
    };

    public static bool Has(string module) => Makers.ContainsKey(module);

    public static nn.Module Make(string module, Settings settings) => Makers[module](settings);

    // TorchSharp's factories take a number for the momentum; None is the constructor's.
    private static bool HasMomentum(Settings s) => !s.Has("momentum") || s.DoubleOrNone("momentum") is not null;

    private static double Eps(Settings s) => s.Double("eps", 1e-5);

    private static bool Affine(Settings s) => s.Bool("affine", true);

    private static bool Tracks(Settings s) => s.Bool("track_running_stats", true);
}
