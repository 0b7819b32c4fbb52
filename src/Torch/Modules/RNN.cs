using Research.Torch.Kernels;
using Research.Torch.Modules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Plain recurrent layers (Elman, 1990).</summary>
        public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
        {
            private readonly RecurrentBase _layers;

            internal RNN(
                CellKind cell,
                long inputSize,
                long hiddenSize,
                long numLayers,
                bool bias,
                bool batchFirst,
                double dropout,
                bool bidirectional
            )
                : base(nameof(RNN)) =>
                _layers = new RecurrentBase(
                    this,
                    cell,
                    inputSize,
                    hiddenSize,
                    numLayers,
                    bias,
                    batchFirst,
                    dropout,
                    bidirectional
                );

            public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
            {
                (Tensor output, Tensor hn, _) = _layers.Padded(input, h0, null);
                return (output, hn);
            }

            public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

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
            public enum NonLinearities
            {
                ReLU = 0,
                Tanh = 1,
            }

            public static RNN RNN(
                long inputSize,
                long hiddenSize,
                long numLayers = 1,
                NonLinearities nonLinearity = nn.NonLinearities.Tanh,
                bool bias = true,
                bool batchFirst = false,
                double dropout = 0.0,
                bool bidirectional = false,
                Device? device = null,
                ScalarType? dtype = null
            )
            {
                CheckPlace(device, dtype);
                CellKind cell = nonLinearity == NonLinearities.Tanh ? CellKind.Tanh : CellKind.Relu;
                return new RNN(cell, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
            }
        }
    }
}
