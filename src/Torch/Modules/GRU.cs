using Research.Torch.Kernels;
using Research.Torch.Modules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Gated recurrent units (Cho et al., 2014), in layers and directions.</summary>
        public sealed class GRU : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
        {
            private readonly RecurrentBase _layers;

            internal GRU(
                long inputSize,
                long hiddenSize,
                long numLayers,
                bool bias,
                bool batchFirst,
                double dropout,
                bool bidirectional
            )
                : base(nameof(GRU)) =>
                _layers = new RecurrentBase(
                    this,
                    CellKind.Gru,
                    inputSize,
                    hiddenSize,
                    numLayers,
                    bias,
                    batchFirst,
                    dropout,
                    bidirectional
                );

            public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
            {
                (Tensor output, Tensor hn, _) = _layers.Padded(input, h0, null);
                return (output, hn);
            }

            public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

            public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
            {
                (nn.utils.rnn.PackedSequence output, Tensor hn, _) = _layers.Packed(input, h0, null);
                return (output, hn);
            }

            public void flatten_parameters() { }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static GRU GRU(
                long inputSize,
                long hiddenSize,
                long numLayers = 1,
                bool bias = true,
                bool batchFirst = false,
                double dropout = 0.0,
                bool bidirectional = false,
                Device? device = null,
                ScalarType? dtype = null
            )
            {
                CheckPlace(device, dtype);
                return new GRU(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
            }
        }
    }
}
