using Research.Torch.Functions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Normalization by the statistics of a batch (Ioffe and Szegedy, 2015), and by running ones in evaluation.</summary>
        public abstract class NormBase : nn.Module<Tensor, Tensor>
        {
            private Parameter? _weight;
            private Parameter? _bias;

            protected NormBase(
                string name,
                long num_features,
                double eps,
                double? momentum,
                bool affine,
                bool track_running_stats,
                Device? device,
                ScalarType? dtype
            )
                : base(name)
            {
                nn.CheckPlace(device, dtype);
                (this.num_features, this.eps, this.momentum) = (num_features, eps, momentum);
                (this.affine, this.track_running_stats) = (affine, track_running_stats);
                if (affine)
                {
                    weight = ones(num_features).AsParameter();
                    bias = zeros(num_features).AsParameter();
                }

                if (track_running_stats)
                {
                    register_buffer(nameof(running_mean), zeros(num_features));
                    register_buffer(nameof(running_var), ones(num_features));
                    register_buffer(nameof(num_batches_tracked), tensor(0L));
                }
            }

            public long num_features { get; }

            public double eps { get; set; }

            public double? momentum { get; set; }

            public bool affine { get; }

            public bool track_running_stats { get; }

            public Parameter? weight
            {
                get => _weight;
                set => Replace(nameof(weight), _weight = value);
            }

            public Parameter? bias
            {
                get => _bias;
                set => Replace(nameof(bias), _bias = value);
            }

            public Tensor? running_mean => get_buffer(nameof(running_mean));

            public Tensor? running_var => get_buffer(nameof(running_var));

            public Tensor? num_batches_tracked => get_buffer(nameof(num_batches_tracked));

            public void reset_running_stats()
            {
                running_mean?.zero_();
                running_var?.fill_(1f);
                num_batches_tracked?.zero_();
            }

            protected abstract void ValidateInputDimensions(Tensor input);
        }

        public abstract class BatchNorm : NormBase
        {
            protected BatchNorm(
                string name,
                long num_features,
                double eps,
                double? momentum,
                bool affine,
                bool track_running_stats,
                Device? device,
                ScalarType? dtype
            )
                : base(name, num_features, eps, momentum, affine, track_running_stats, device, dtype) { }

            public override Tensor forward(Tensor input)
            {
                ValidateInputDimensions(input);
                double factor = momentum ?? 0;
                if (training && num_batches_tracked is { } tracked)
                {
                    tracked.add_((Scalar)1);
                    factor = momentum ?? (1.0 / tracked.item<long>());
                }

                return nn.functional.batch_norm(
                    input,
                    running_mean,
                    running_var,
                    weight,
                    bias,
                    training || running_mean is null,
                    factor,
                    eps
                );
            }
        }

        /// <summary>Of [batch, channels] or [batch, channels, length].</summary>
        public sealed class BatchNorm1d : BatchNorm
        {
            internal BatchNorm1d(
                long num_features,
                double eps,
                double? momentum,
                bool affine,
                bool track_running_stats,
                Device? device,
                ScalarType? dtype
            )
                : base(nameof(BatchNorm1d), num_features, eps, momentum, affine, track_running_stats, device, dtype) { }

            protected override void ValidateInputDimensions(Tensor input)
            {
                if (input.dim() is not (2 or 3))
                {
                    throw new ArgumentException(
                        $"BatchNorm1d: 2 or 3 dimensions are needed; the input has shape {Research.Torch.Shapes.Text(input.Sizes)}."
                    );
                }
            }
        }

        /// <summary>Of [batch, channels, height, width].</summary>
        public sealed class BatchNorm2d : BatchNorm
        {
            internal BatchNorm2d(
                long num_features,
                double eps,
                double? momentum,
                bool affine,
                bool track_running_stats,
                Device? device,
                ScalarType? dtype
            )
                : base(nameof(BatchNorm2d), num_features, eps, momentum, affine, track_running_stats, device, dtype) { }

            protected override void ValidateInputDimensions(Tensor input)
            {
                if (input.dim() != 4)
                {
                    throw new ArgumentException(
                        $"BatchNorm2d: 4 dimensions are needed; the input has shape {Research.Torch.Shapes.Text(input.Sizes)}."
                    );
                }
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static BatchNorm1d BatchNorm1d(
                long num_features,
                double eps = 1e-05,
                double momentum = 0.1,
                bool affine = true,
                bool track_running_stats = true,
                Device? device = null,
                ScalarType? dtype = null
            ) => new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            public static BatchNorm2d BatchNorm2d(
                long num_features,
                double eps = 1e-05,
                double momentum = 0.1,
                bool affine = true,
                bool track_running_stats = true,
                Device? device = null,
                ScalarType? dtype = null
            ) => new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            public static partial class functional
            {
                /// <summary>With the batch's statistics in training (the running ones move towards them), with the running ones otherwise.</summary>
                public static Tensor batch_norm(
                    Tensor input,
                    Tensor? running_mean,
                    Tensor? running_var,
                    Tensor? weight = null,
                    Tensor? bias = null,
                    bool training = false,
                    double momentum = 0.1,
                    double eps = 1e-5
                )
                {
                    long channels = input.Sizes.Length > 1 ? input.Sizes[1] : 0;
                    Tensor?[] given = [running_mean, running_var, weight, bias];
                    if (Array.Find(given, one => one is not null && one.numel() != channels) is { } known)
                    {
                        throw new ArgumentException(
                            $"batch_norm: the input {Research.Torch.Shapes.Text(input.Sizes)} has {channels} channels; the module has {known.numel()}."
                        );
                    }

                    InputChecks.Float32("batch_norm", [input, .. given]);
                    if (!training)
                    {
                        return running_mean is null || running_var is null
                            ? throw new ArgumentException(
                                "batch_norm: without training the running mean and variance are needed."
                            )
                            : Normalization.Fixed(input, running_mean, running_var, weight, bias, eps);
                    }

                    long count = channels == 0 ? 0 : input.numel() / channels;
                    if (count < 2)
                    {
                        throw new ArgumentException(
                            $"batch_norm: {count} value a channel in {Research.Torch.Shapes.Text(input.Sizes)}; training needs at least two."
                        );
                    }

                    (Tensor output, Tensor mean, Tensor variance) = Normalization.Batch(input, weight, bias, eps);
                    if (running_mean is not null)
                    {
                        Normalization.Follow(running_mean, mean, momentum, momentum);
                    }

                    if (running_var is not null)
                    {
                        Normalization.Follow(running_var, variance, momentum, momentum * count / (count - 1));
                    }

                    return output;
                }
            }
        }
    }
}
