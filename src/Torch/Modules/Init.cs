namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters (Glorot and Bengio, 2010; He et al., 2015), drawn in place under no_grad.</summary>
        public static class init
        {
            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) =>
                nonlinearity switch
                {
                    NonlinearityType.Tanh => 5.0 / 3,
                    NonlinearityType.ReLU => Math.Sqrt(2),
                    NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (param * param))),
                    _ => 1,
                };

            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1f);

            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0f);

            public static Tensor constant_(Tensor tensor, Scalar val) => Quietly(() => tensor.fill_(val));

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Quietly(() => tensor.uniform_(low, high, generator));

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Quietly(() => tensor.normal_(mean, std, generator));

            public static Tensor kaiming_uniform_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU
            )
            {
                double bound = Math.Sqrt(3.0) * calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode));
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor kaiming_normal_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU
            ) => normal_(tensor, 0, calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode)));

            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                (long fanIn, long fanOut) = CalculateFanInAndFanOut(tensor);
                double bound = Math.Sqrt(3.0) * gain * Math.Sqrt(2.0 / (fanIn + fanOut));
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0)
            {
                (long fanIn, long fanOut) = CalculateFanInAndFanOut(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
            }

            /// <summary>Orthonormal rows or columns (Saxe et al., 2014): Gram and Schmidt in double on normal draws.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                int rows = (int)tensor.size(0);
                int columns = (int)(tensor.numel() / rows);
                bool tall = rows >= columns;
                (int count, int length) = tall ? (columns, rows) : (rows, columns);
                var basis = new double[count][];
                for (int i = 0; i < count; i++)
                {
                    basis[i] = Orthonormal(basis.AsSpan(0, i), length);
                }

                var values = new float[rows * columns];
                for (int i = 0; i < values.Length; i++)
                {
                    (int r, int c) = (i / columns, i % columns);
                    values[i] = (float)(gain * (tall ? basis[c][r] : basis[r][c]));
                }

                tensor.data<float>().CopyFrom(values);
                return tensor;
            }

            /// <summary>Values that reach one output, and outputs that one value reaches.</summary>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                if (tensor.dim() < 2)
                {
                    throw new ArgumentException(
                        $"A fan needs at least two dimensions; the tensor has shape {Research.Torch.Shapes.Text(tensor.Sizes)}."
                    );
                }

                long field = Research.Torch.Shapes.Count(tensor.Sizes.AsSpan(2));
                return (tensor.Sizes[1] * field, tensor.Sizes[0] * field);
            }

            private static long Fan(Tensor tensor, FanInOut mode)
            {
                (long fanIn, long fanOut) = CalculateFanInAndFanOut(tensor);
                return mode == FanInOut.FanIn ? fanIn : fanOut;
            }

            private static double[] Orthonormal(ReadOnlySpan<double[]> before, int length)
            {
                var vector = new double[length];
                for (int i = 0; i < length; i++)
                {
                    vector[i] = Generator.Default.Rng.NextNormal();
                }

                foreach (double[] other in before)
                {
                    double product = Research.Numerics.OrderedSum.Dot(vector, other);
                    for (int i = 0; i < length; i++)
                    {
                        vector[i] -= product * other[i];
                    }
                }

                double norm = Math.Sqrt(Research.Numerics.OrderedSum.Dot(vector, vector));
                return Array.ConvertAll(vector, value => value / norm);
            }

            private static Tensor Quietly(Func<Tensor> draw)
            {
                using (no_grad())
                {
                    return draw();
                }
            }
        }
    }
}
