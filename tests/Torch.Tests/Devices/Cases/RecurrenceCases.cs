using Research.Torch.Kernels;
using Research.Torch.Tests.Kernels;

namespace Research.Torch.Tests.Devices.Cases;

/// <summary>Recurrent layers over packed sequences of several lengths, in both directions.</summary>
internal static unsafe class RecurrenceCases
{
    public static IEnumerable<DeviceCase> All { get; } =
    [
        .. Enum.GetValues<CellKind>()
            .Select(cell => new DeviceCase($"RecurrentForward {cell}", twin => Each(twin, cell, Forward), ForwardChanges(cell))),
        .. Enum.GetValues<CellKind>()
            .Select(cell => new DeviceCase(
                $"RecurrentBackward {cell}",
                twin => Each(twin, cell, Backward),
                BackwardChanges(cell)
            )),
    ];

    private static void Each(Twin twin, CellKind cell, Action<Twin, Recurrent, bool> pass)
    {
        for (int round = 0; round < 9; round++)
        {
            int batch = twin.Rng.Between(1, 9);
            int[] lengths = [.. Enumerable.Range(0, batch).Select(_ => twin.Rng.Between(1, 6)).OrderDescending()];
            var layer = new Recurrent
            {
                Cell = cell,
                Hidden = round == 8 ? 270 : twin.Rng.Between(1, 40), // 270: more than one sum
                BatchSizes = [.. Enumerable.Range(0, lengths[0]).Select(t => lengths.Count(length => length > t))],
                Reverse = round % 2 == 1,
            };
            pass(twin, layer, round == 7);
            twin.Clear();
        }
    }

    private static void Forward(Twin twin, Recurrent layer, bool wild)
    {
        State s = new(twin, layer, wild);
        twin.Run(Name(layer), s.Forward);
    }

    private static void Backward(Twin twin, Recurrent layer, bool wild)
    {
        State s = new(twin, layer, wild: false);
        bool lstm = layer.Cell == CellKind.Lstm;
        Twin.Memory? Maybe(long count) =>
            twin.Rng.NextInt(3) == 0 ? null
            : wild ? twin.Wild(count)
            : twin.Normal(count);
        (Twin.Memory? gradient, Twin.Memory? gradientH) = (Maybe(layer.Rows * layer.Hidden), Maybe(layer.Batch * layer.Hidden));
        Twin.Memory? gradientC = lstm ? Maybe(layer.Batch * layer.Hidden) : null;
        Twin.Memory dx = twin.New(4L * layer.Rows * layer.Gates * layer.Hidden, true);
        Twin.Memory? share = layer.Cell == CellKind.Gru ? twin.New(dx.Bytes, true) : null;
        Twin.Memory dh0 = twin.New(4L * layer.Batch * layer.Hidden, true);
        Twin.Memory? dc0 = lstm ? twin.New(4L * layer.Batch * layer.Hidden, true) : null;
        twin.Run(
            Name(layer),
            (k, at) =>
            {
                s.Forward(k, at);
                k.RecurrentBackward(
                    layer,
                    (float*)at(s.Weight),
                    (float*)at(s.H0),
                    (float*)at(s.C0),
                    (float*)at(s.Output),
                    (float*)at(s.Kept),
                    (float*)at(gradient),
                    (float*)at(gradientH),
                    (float*)at(gradientC),
                    (float*)at(dx),
                    (float*)at(share),
                    (float*)at(dh0),
                    (float*)at(dc0)
                );
            }
        );
    }

    private static string Name(Recurrent layer) =>
        $"{layer.Cell} of {layer.Hidden}, sequences {string.Join(' ', layer.BatchSizes)}, reverse {layer.Reverse}";

    private static SourceChange[] ForwardChanges(CellKind cell) =>
        cell switch
        {
            CellKind.Lstm =>
            [
                new("recurrence.cl", "float state = FMA(f, c, i * u)", "float state = FMA(i, u, f * c)"),
                new("recurrence.cl", "for (int k = from; k < end; k++)\n", "for (int k = end - 1; k >= from; k--)\n"),
            ],
            CellKind.Gru => [new("recurrence.cl", "next = FMA(z, hBefore - n, n);", "next = (1.0f - z) * n + z * hBefore;")],
            CellKind.Tanh =>
            [
                new(
                    "recurrence.cl",
                    "for (int from = 0; from < hidden; from += 256)\n            {\n                int end = from + 256 < hidden ? from + 256 : hidden;",
                    "for (int from = 0; from < hidden; from += 16)\n            {\n                int end = from + 16 < hidden ? from + 16 : hidden;"
                ),
            ],
            _ => [new("recurrence.cl", "g[0] <= 0.0f ? 0.0f : g[0]", "g[0] > 0.0f ? g[0] : -0.0f")],
        };

    private static SourceChange[] BackwardChanges(CellKind cell) =>
        cell switch
        {
            CellKind.Lstm =>
            [
                new("recurrence.cl", "dcell * c * f * (1.0f - f)", "dcell * (c * f) * (1.0f - f)"),
                new("recurrence.cl", "for (int j = from; j < end; j++)\n", "for (int j = end - 1; j >= from; j--)\n"),
            ],
            CellKind.Gru => [new("recurrence.cl", "dh * (h - n) * z * (1.0f - z)", "dh * ((h - n) * z) * (1.0f - z)")],
            CellKind.Tanh => [new("recurrence.cl", "dh * FMA(-y, y, 1.0f)", "dh * (1.0f - y * y)")],
            _ =>
            [
                new(
                    "recurrence.cl",
                    "for (int from = 0; from < width; from += 256)\n            {\n                int end = from + 256 < width ? from + 256 : width;",
                    "for (int from = 0; from < width; from += 16)\n            {\n                int end = from + 16 < width ? from + 16 : width;"
                ),
            ],
        };

    private sealed class State
    {
        private readonly Recurrent _layer;
        private readonly Twin.Memory _x;
        private readonly Twin.Memory? _bias;
        private readonly Twin.Memory _hn;
        private readonly Twin.Memory? _cn;

        public State(Twin twin, Recurrent layer, bool wild)
        {
            (_layer, bool lstm) = (layer, layer.Cell == CellKind.Lstm);
            int width = layer.Gates * layer.Hidden;
            long states = (long)layer.Batch * layer.Hidden;
            _x = wild ? twin.Wild((long)layer.Rows * width) : twin.Tame((long)layer.Rows * width);
            Weight = twin.Floats((long)width * layer.Hidden, _ => (float)(twin.Rng.NextNormal() * 0.3));
            _bias = layer.Cell == CellKind.Gru && twin.Rng.NextInt(2) == 0 ? twin.Normal(width) : null;
            H0 = twin.Normal(states);
            C0 = lstm ? twin.Normal(states) : null;
            Output = twin.New(4L * layer.Rows * layer.Hidden, true);
            Kept = twin.New(4L * layer.Rows * layer.KeptWidth, true);
            _hn = twin.New(4 * states, true);
            _cn = lstm ? twin.New(4 * states, true) : null;
        }

        public Twin.Memory Weight { get; }

        public Twin.Memory H0 { get; }

        public Twin.Memory? C0 { get; }

        public Twin.Memory Output { get; }

        public Twin.Memory Kept { get; }

        public void Forward(IKernels k, Func<Twin.Memory?, nint> at) =>
            k.RecurrentForward(
                _layer,
                (float*)at(_x),
                (float*)at(Weight),
                (float*)at(_bias),
                (float*)at(H0),
                (float*)at(C0),
                (float*)at(Output),
                (float*)at(Kept),
                (float*)at(_hn),
                (float*)at(_cn)
            );
    }
}
