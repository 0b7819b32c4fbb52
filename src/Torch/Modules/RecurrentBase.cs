using Research.Torch.Functions;
using Research.Torch.Kernels;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Research.Torch.Modules;

/// <summary>Layers and directions of RNN, LSTM and GRU: parameters named as PyTorch names them, and the way through them.</summary>
internal sealed class RecurrentBase
{
    private readonly nn.Module _module;
    private readonly Parameter[][] _parameters;

    public RecurrentBase(
        nn.Module module,
        CellKind cell,
        long inputSize,
        long hiddenSize,
        long layers,
        bool bias,
        bool batchFirst,
        double dropout,
        bool bidirectional
    )
    {
        if (inputSize < 1 || hiddenSize < 1 || layers < 1 || dropout is < 0 or > 1)
        {
            throw new ArgumentException(
                $"{module.GetName()}: sizes and layers of at least 1 and a dropout from 0 to 1 are needed; given {inputSize}, {hiddenSize}, {layers} and {dropout}."
            );
        }

        _module = module;
        (Cell, InputSize, Hidden, Layers, Biased) = (cell, inputSize, hiddenSize, layers, bias);
        (BatchFirst, Dropout, Directions) = (batchFirst, dropout, bidirectional ? 2 : 1);
        _parameters = [.. Enumerable.Range(0, (int)layers * Directions).Select(Create)];
    }

    public CellKind Cell { get; }

    public long InputSize { get; }

    public long Hidden { get; }

    public long Layers { get; }

    public bool Biased { get; }

    public bool BatchFirst { get; }

    public double Dropout { get; }

    public int Directions { get; }

    private int Gates =>
        Cell == CellKind.Lstm ? 4
        : Cell == CellKind.Gru ? 3
        : 1;

    // All from U(−1/√hidden, 1/√hidden), in PyTorch's order.
    private Parameter[] Create(int index)
    {
        (int layer, int direction) = Math.DivRem(index, Directions);
        string suffix = FormattableString.Invariant($"l{layer}{(direction == 1 ? "_reverse" : "")}");
        long input = layer == 0 ? InputSize : Hidden * Directions;
        (string Name, long[] Shape)[] wanted =
        [
            ($"weight_ih_{suffix}", [Gates * Hidden, input]),
            ($"weight_hh_{suffix}", [Gates * Hidden, Hidden]),
            ($"bias_ih_{suffix}", [Gates * Hidden]),
            ($"bias_hh_{suffix}", [Gates * Hidden]),
        ];
        double bound = 1 / Math.Sqrt(Hidden);
        return
        [
            .. wanted[..(Biased ? 4 : 2)]
                .Select(item =>
                {
                    Parameter parameter = nn.init.uniform_(empty(item.Shape), -bound, bound).AsParameter();
                    _module.register_parameter(item.Name, parameter);
                    return parameter;
                }),
        ];
    }

    /// <summary>Padded input [steps, batch, features], or batch first, or one sequence [steps, features].</summary>
    public (Tensor Output, Tensor Hn, Tensor Cn) Padded(Tensor input, Tensor? h0, Tensor? c0)
    {
        if (input.dim() is not (2 or 3) || input.Sizes[^1] != InputSize)
        {
            throw new ArgumentException(
                $"{_module.GetName()}: an input [{(BatchFirst ? "batch, steps" : "steps, batch")}, {InputSize}] is needed; its shape is {Shapes.Text(input.Sizes)}."
            );
        }

        if (input.numel() == 0)
        {
            throw new ArgumentException(
                $"{_module.GetName()}: an input of at least one step and one sequence is needed; its shape is {Shapes.Text(input.Sizes)}."
            );
        }

        if (input.dim() == 2)
        {
            (Tensor single, Tensor h, Tensor c) = Padded(input.unsqueeze(BatchFirst ? 0 : 1), h0?.unsqueeze(1), c0?.unsqueeze(1));
            return (single.squeeze(BatchFirst ? 0 : 1), h.squeeze(1), c.squeeze(1));
        }

        Tensor time = BatchFirst ? input.transpose(0, 1) : input;
        (int steps, int batch) = ((int)time.Sizes[0], (int)time.Sizes[1]);
        int[] sizes = [.. Enumerable.Repeat(batch, steps)];
        (Tensor rows, Tensor hn, Tensor cn) = Rows(time.reshape(-1, InputSize), sizes, h0, c0);
        Tensor output = rows.reshape(steps, batch, -1);
        return (BatchFirst ? output.transpose(0, 1) : output, hn, cn);
    }

    /// <summary>Packed input; states are in the order in which the sequences were given.</summary>
    public (nn.utils.rnn.PackedSequence Output, Tensor Hn, Tensor Cn) Packed(
        nn.utils.rnn.PackedSequence input,
        Tensor? h0,
        Tensor? c0
    )
    {
        foreach ((string name, Tensor? state) in new[] { ("h_0", h0), ("c_0", c0) })
        {
            if (state is not null)
            {
                CheckState(name, state, input.Sizes[0]);
            }
        }

        Tensor sorted = input.sorted_indices;
        (Tensor rows, Tensor hn, Tensor cn) = Rows(
            input.data,
            input.Sizes,
            h0?.index_select(1, sorted),
            c0?.index_select(1, sorted)
        );
        Tensor back = input.unsorted_indices;
        return (input.With(rows), hn.index_select(1, back), cn.index_select(1, back));
    }

    private (Tensor Output, Tensor Hn, Tensor Cn) Rows(Tensor x, int[] sizes, Tensor? h0, Tensor? c0)
    {
        h0 ??= zeros([Layers * Directions, sizes[0], Hidden], device: x.device);
        c0 = Cell == CellKind.Lstm ? c0 ?? zeros(h0.Sizes, device: x.device) : null;
        CheckState("h_0", h0, sizes[0]);
        CheckState("c_0", c0 ?? h0, sizes[0]);
        var hn = new List<Tensor>();
        var cn = new List<Tensor>();
        for (int layer = 0; layer < Layers; layer++)
        {
            var outputs = new List<Tensor>();
            for (int direction = 0; direction < Directions; direction++)
            {
                int index = (layer * Directions) + direction;
                (Tensor output, Tensor h, Tensor c) = Direction(x, sizes, index, h0.select(0, index), c0?.select(0, index));
                outputs.Add(output);
                hn.Add(h);
                cn.Add(c);
            }

            x = outputs.Count == 1 ? outputs[0] : cat(outputs, 1);
            x = layer < Layers - 1 ? nn.functional.dropout(x, Dropout, _module.training && Dropout > 0) : x;
        }

        return (x, stack(hn), stack(cn));
    }

    private (Tensor Output, Tensor Hn, Tensor Cn) Direction(Tensor x, int[] sizes, int index, Tensor h0, Tensor? c0)
    {
        Parameter[] own = _parameters[index];
        bool separate = Cell == CellKind.Gru; // its reset gate acts on the hidden share alone
        Tensor? bias =
            !Biased ? null
            : separate ? own[2]
            : own[2] + own[3];
        var recurrent = new Recurrent
        {
            Cell = Cell,
            Hidden = (int)Hidden,
            BatchSizes = sizes,
            Reverse = index % Directions == 1,
        };
        Tensor gates = Functions.Linear.Of(x, own[0], bias);
        return RecurrentLayers.Of(recurrent, gates, own[1], Biased && separate ? own[3] : null, h0, c0);
    }

    private void CheckState(string name, Tensor state, int batch)
    {
        long[] needed = [Layers * Directions, batch, Hidden];
        if (state.dtype != ScalarType.Float32 || !Shapes.Same(state.Sizes, needed))
        {
            throw new ArgumentException(
                $"{_module.GetName()}: {name} must have shape {Shapes.Text(needed)} and be Float32 (layers × directions, batch, hidden); it is {state.dtype} {Shapes.Text(state.Sizes)}."
            );
        }
    }
}
