using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A vector for each whole number; drawn from the standard normal.</summary>
        public sealed class Embedding : nn.Module<Tensor, Tensor>
        {
            private readonly long? _padding;
            private Parameter? _weight;

            internal Embedding(long count, long size, long? padding)
                : base(nameof(Embedding))
            {
                _padding = padding;
                Tensor table = randn(count, size);
                if (padding is { } row)
                {
                    table.narrow(0, row, 1).zero_();
                }

                weight = table.AsParameter();
            }

            public Parameter? weight
            {
                get => _weight;
                set => Replace(nameof(weight), _weight = value);
            }

            public override Tensor forward(Tensor input) => nn.functional.embedding(input, weight!, _padding);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Embedding Embedding(
                long num_embeddings,
                long embedding_dims,
                long? padding_idx = null,
                double? max_norm = null,
                double norm_type = 2.0,
                bool scale_grad_by_freq = false,
                bool sparse = false,
                Device? device = null,
                ScalarType? dtype = null
            )
            {
                CheckPlace(device, dtype);
                if (max_norm is not null || scale_grad_by_freq || sparse)
                {
                    throw new NotSupportedException(
                        "Embedding: max_norm, scale_grad_by_freq and sparse are not part of this engine."
                    );
                }

                return new Embedding(
                    num_embeddings,
                    embedding_dims,
                    padding_idx < 0 ? padding_idx + num_embeddings : padding_idx
                );
            }

            public static partial class functional
            {
                internal static Tensor embedding(Tensor input, Tensor weight, long? padding)
                {
                    Tensor table = padding is { } row ? Frozen(weight, row) : weight;
                    return table.index_select(0, input.flatten()).reshape([.. input.Sizes, weight.Sizes[1]]);
                }

                // The padding's row gets no gradient.
                private static Tensor Frozen(Tensor weight, long row)
                {
                    Tensor mask = torch.arange(0, weight.Sizes[0], device: weight.device).eq(row).unsqueeze(1);
                    return torch.where(mask, weight.detach(), weight);
                }
            }
        }
    }
}
