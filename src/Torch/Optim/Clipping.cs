using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Scales all gradients so that their common norm is at most the one given.</summary>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using (no_grad())
                using (DisposeScope scope = NewDisposeScope())
                {
                    Tensor[] gradients = [.. tensors.Select(parameter => parameter.grad).OfType<Tensor>()];
                    if (gradients.Length == 0)
                    {
                        return 0;
                    }

                    Tensor norms = stack(gradients.Select(gradient => gradient.norm((float)norm_type)));
                    double total = norms.norm((float)norm_type).item<float>();
                    double factor = Math.Min(1, max_norm / (total + 1e-6));
                    foreach (Tensor gradient in gradients)
                    {
                        gradient.mul_((Scalar)factor);
                    }

                    return total;
                }
            }

            /// <summary>Bounds each value of all gradients.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using (no_grad())
                {
                    foreach (Parameter parameter in tensors)
                    {
                        parameter.grad?.clamp_(-clip_value, clip_value);
                    }
                }
            }
        }
    }
}
